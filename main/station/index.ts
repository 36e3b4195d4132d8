export { createStation, type Station } from './station.ts';
export type {
  SecretStore,
  SettingsChange,
  SettingsStore,
  StationDesktop,
  StationHandlers,
  StationLog,
  StationNotification,
  StationSurroundings,
  StoredConnection,
  StoredSettings,
} from './surroundings.ts';
