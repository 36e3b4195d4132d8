/** Section 5.5; what is left out does not limit. */
export interface OrderSearch {
  number?: string;
  orderIds?: string[];
  /** `yyyy-MM-ddTHH:mm:ss`. */
  createdFrom?: string;
  createdTo?: string;
  statusIds?: number[];
  customerIds?: string[];
  recipientLastName?: string;
  recipientCity?: string;
  deliveryModeIds?: string[];
  providerType?: string;
  orderBy?: { field: 'CreationDate' | 'StatusId'; direction: 'ASC' | 'DESC' }[];
}

/** Section 6.2; what is left out does not limit. */
export interface OrderLineSearch {
  order?: OrderSearch;
  statusIds?: number[];
  canBePurchased?: boolean;
  providerOrderIds?: string[];
  waybills?: string[];
}

/** Section 7.5, `UserFilterParameters`; what is left out does not limit. */
export interface CustomerSearch {
  login?: string;
  email?: string;
  phone?: string;
  ids?: string[];
}
