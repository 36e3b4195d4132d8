export { createStation, type Station } from './station.ts';
export type {
  AdministrationHandlers,
  SecretStore,
  SettingsChange,
  SettingsStore,
  StationDesktop,
  StationHandlers,
  StationLog,
  StationNotification,
  StoredSettings,
  WorkInHand,
} from './surroundings.ts';
