/** Section 4.2: the types of the background activities of Autopurchase. */
export const activityTypes = {
  export: 'ProviderOrdersIntegrationExporting',
  synchronise: 'ProviderOrdersIntegrationSynchronizing',
  link: 'ProviderOrdersIntegrationLinking',
  unlink: 'ProviderOrdersIntegrationUnlinking',
} as const;

/** Section 4.3: the id of the action that is always there while an activity runs. */
export const cancelActionId = 'Cancel';
