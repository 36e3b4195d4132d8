/** The station's language as OTAPI names it (section 1.2): Chinese is `zh-chs` there, the others are two letters. */
export function otapiLanguage(stationLanguage: string): string {
  const language = stationLanguage.toLowerCase();
  return language === 'zh' || language.startsWith('zh-') ? 'zh-chs' : language.slice(0, 2);
}
