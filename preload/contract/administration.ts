import { z } from 'zod';
import { defineCall } from './call.ts';
import type { StationSettings } from './settings.ts';

/** Settings that the policy file may set for everybody; who works here cannot change those that it sets. */
export const lockableSettings = [
  'language',
  'theme',
  'textSize',
  'stationName',
  'sound',
  'soundVolume',
  'scanner',
  'doubleTriggerMs',
  'refreshMinutes',
] as const satisfies readonly (keyof StationSettings)[];
export type LockableSetting = (typeof lockableSettings)[number];

/** Why a policy file is not followed. `not-readable`: it is there, but the system does not let it be read. */
export const policyFaults = ['not-readable', 'not-json', 'not-allowed'] as const;
export type PolicyFault = (typeof policyFaults)[number];

/** What the administrator of this computer has laid down. */
export interface PolicyView {
  /** Where the file is looked for, whether it is there or not. */
  file: string;
  /** Settings that nobody can change here. */
  locked: readonly LockableSetting[];
  practiceAllowed: boolean;
  /** Nothing of a file with a fault is followed; `places` are the entries that are wrong, such as `settings.theme`. */
  problem: { fault: PolicyFault; places: string } | null;
}

/** How the app came onto this computer; `unpackaged` is a start from its sources. */
export const packageKinds = ['nsis', 'portable', 'appimage', 'deb', 'mac', 'unpacked', 'unpackaged'] as const;
export type PackageKind = (typeof packageKinds)[number];

/**
 * `unreachable`: no answer, or no network. `refused`: an answer, but no right to have it, or a fault of the server.
 * `nothing-there`: the server has no description of an update. `not-understood`: it has one that cannot be read.
 * `damaged`: the file is not what its description says. `not-signed`: its signature is another than this app's.
 * `disk`: it could not be written.
 */
export const updateFaults = ['unreachable', 'refused', 'nothing-there', 'not-understood', 'damaged', 'not-signed', 'disk', 'other'] as const;
export type UpdateFault = (typeof updateFaults)[number];

/**
 * `off`: no address is set. `cannot`: this kind of package is updated otherwise. `waiting`: nothing newer is known.
 * `ready`: a newer version is on this computer and is put in when the station is closed, or at once when asked.
 */
export type UpdateState = 'off' | 'cannot' | 'waiting' | 'checking' | 'downloading' | 'ready' | 'failed';

/** What an update waits for; `null` when it may be put in now. */
export type UpdateHindrance = 'outbox-not-empty' | 'receipt-open';

export interface UpdatesView {
  state: UpdateState;
  /** The version that runs. */
  version: string;
  packageKind: PackageKind;
  /** Where updates come from; null when the administrator has set no address. */
  address: string | null;
  /** The version that is being fetched or is ready. */
  newVersion: string | null;
  /** Of the download; null while none is under way. */
  percent: number | null;
  /** When the address was last asked with success; ISO 8601, UTC. */
  checkedAt: string | null;
  fault: UpdateFault | null;
  hindrance: UpdateHindrance | null;
}

export const administrationCalls = {
  policy: defineCall<PolicyView>()(z.object({})),
  updates: defineCall<UpdatesView>()(z.object({})),
  /** Asks the address now; answers when it is known whether there is something newer. */
  checkForUpdate: defineCall<UpdatesView>()(z.object({})),
  /** Closes the station, puts the new version in and starts it. Refused while something hinders it. */
  installUpdate: defineCall<UpdatesView>()(z.object({})),
};
