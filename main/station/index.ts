export type {
  SecretStore,
  SettingsStore,
  StationHandlers,
  StationLog,
  StationSurroundings,
  StoredConnection,
  StoredSettings,
} from './surroundings.ts';
