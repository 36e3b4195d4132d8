import { z } from 'zod';
import { defineCall } from './call.ts';
import { languages } from './languages.ts';
import { accountSettings } from './providers.ts';
import { recipientFaults } from './recipient.ts';

const themes = ['system', 'light', 'dark'] as const;

/** How the station's scanner types, as calibration learns it or a person sets it. */
export const scannerSettings = z.object({
  /** Longest time between two keys of one scan, in milliseconds. */
  maximumGapMs: z.number().int().min(5).max(500),
  /** A burst without a terminator ends after this time of quiet, in milliseconds. */
  quietMs: z.number().int().min(20).max(1000),
  minimumLength: z.number().int().min(1).max(40),
  /** Text that the scanner puts before and after each code. */
  prefix: z.string().max(20),
  suffix: z.string().max(20),
});
export type ScannerSettings = z.infer<typeof scannerSettings>;

const recipientField = z.string().trim().max(1000);

/** A recipient is kept only when every field of it is right. */
const recipient = z
  .object({
    name: recipientField,
    mobile: recipientField,
    regionCode: recipientField,
    postalCode: recipientField,
    address: recipientField,
  })
  .refine((fields) => Object.keys(recipientFaults(fields)).length === 0);

export const stationSettings = z.object({
  language: z.enum(languages),
  theme: z.enum(themes),
  /** Percent; 100 is the normal size of texts and controls. */
  textSize: z.number().int().min(80).max(200),
  stationName: z.string().trim().min(1).max(80),
  receiverName: z.string().trim().max(80),
  sound: z.boolean(),
  /** 0 to 1. */
  soundVolume: z.number().min(0).max(1),
  scanner: scannerSettings,
  /** The same code again within this time is a double trigger, in milliseconds. */
  doubleTriggerMs: z.number().int().min(0).max(10_000),
  /** How often the awaited lines are read again while online, in minutes. */
  refreshMinutes: z.number().int().min(1).max(240),
  accounts: accountSettings,
  /** Null until somebody filled it in. */
  recipient: recipient.nullable(),
});
export type StationSettings = z.infer<typeof stationSettings>;

export const settingsCalls = {
  read: defineCall<StationSettings>()(z.object({})),
  /** Changes what is given; answers with all settings as they are now. */
  change: defineCall<StationSettings>()(stationSettings.partial()),
};
