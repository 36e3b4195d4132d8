/** The languages of the station, complete in every text. */
export const languages = ['en', 'ru', 'zh'] as const;
export type Language = (typeof languages)[number];
