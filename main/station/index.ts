export { createStation, type Station } from './station.ts';
export type {
  SecretStore,
  SettingsChange,
  SettingsStore,
  StationHandlers,
  StationLog,
  StationSurroundings,
  StoredConnection,
  StoredSettings,
} from './surroundings.ts';
