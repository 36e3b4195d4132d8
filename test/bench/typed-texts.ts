/** What people type who look for goods by their words. Each is asked for letter by letter. */
export const typedWords: Record<string, string[]> = {
  'common words': ['dress', 'women', 'cotton', 'new 2026', 'red', 'size'],
  'common words in Russian': ['платье', 'новинка', 'хлопок', 'женское'],
  'common words in Chinese': ['连衣裙', '新款', '纯棉', '女', '2026新款'],
  'several words': ['dress cotton women', 'red dress new', 'женское платье хлопок', '连衣裙 纯棉', 'dress 红色'],
  'words that do not meet': ['dress keyboard', '连衣裙 机械键盘', 'a b c d e f'],
  'rare words and sellers': ['k7x2', 'seller 417', '杭州417', 'zzz'],
  nothing: ['qqqq', '龘龘', 'nothing like it'],
};

/** The text as it stands after each letter. */
export function asTyped(text: string): string[] {
  const letters = Array.from(text);
  return letters.map((_, end) => letters.slice(0, end + 1).join('').trim());
}
