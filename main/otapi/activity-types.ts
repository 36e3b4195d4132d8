/** Section 4.2: the types of the background activities of Autopurchase. */
export const activityTypes = {
  export: 'ProviderOrdersIntegrationExporting',
  synchronise: 'ProviderOrdersIntegrationSynchronizing',
  link: 'ProviderOrdersIntegrationLinking',
  unlink: 'ProviderOrdersIntegrationUnlinking',
} as const;
