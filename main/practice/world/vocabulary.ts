import type { Translated } from './language.ts';

/** The outline in which an item's picture is drawn. */
export type Silhouette = 'top' | 'trousers' | 'dress' | 'shoe' | 'bag' | 'cup' | 'lamp' | 'box' | 'device' | 'toy' | 'bottle' | 'blanket';

export type SizeScale = 'clothes' | 'shoes' | 'bedding' | 'volume' | 'version' | 'single';

/** A kind of goods: what the title calls it, and what goes with it. */
export interface Noun {
  readonly name: Translated;
  readonly family: Family;
  readonly silhouette: Silhouette;
  readonly sizes: SizeScale;
  readonly categoryId: string;
  /** Usual unit price in CNY, lowest and highest. */
  readonly price: readonly [number, number];
  /** Usual weight of one piece in grams, lowest and highest. */
  readonly grams: readonly [number, number];
}

export type Family = 'clothing' | 'shoes' | 'bags' | 'home' | 'devices' | 'toys' | 'beauty';

function noun(
  family: Family,
  silhouette: Silhouette,
  sizes: SizeScale,
  [zh, en, ru]: readonly [string, string, string],
  categoryId: string,
  price: readonly [number, number],
  grams: readonly [number, number],
): Noun {
  return { family, silhouette, sizes, name: { zh, en, ru }, categoryId, price, grams };
}

export const NOUNS: readonly Noun[] = [
  noun('clothing', 'top', 'clothes', ['连帽卫衣', 'hooded sweatshirt', 'Худи'], '50010167', [49, 168], [420, 780]),
  noun('clothing', 'top', 'clothes', ['羽绒服', 'down jacket', 'Пуховик'], '50008899', [199, 899], [800, 1600]),
  noun('clothing', 'top', 'clothes', ['T恤', 'T-shirt', 'Футболка'], '50000671', [19, 89], [150, 260]),
  noun('clothing', 'top', 'clothes', ['针织毛衣', 'knitted sweater', 'Вязаный свитер'], '50000697', [59, 239], [350, 700]),
  noun('clothing', 'trousers', 'clothes', ['牛仔裤', 'jeans', 'Джинсы'], '162205', [59, 219], [450, 800]),
  noun('clothing', 'trousers', 'clothes', ['运动裤', 'jogging trousers', 'Спортивные брюки'], '50023108', [39, 129], [300, 560]),
  noun('clothing', 'dress', 'clothes', ['连衣裙', 'dress', 'Платье'], '50010850', [69, 359], [280, 620]),
  noun('clothing', 'dress', 'clothes', ['半身裙', 'skirt', 'Юбка'], '1623', [45, 179], [220, 480]),
  noun('shoes', 'shoe', 'shoes', ['运动鞋', 'trainers', 'Кроссовки'], '50012036', [79, 399], [600, 1100]),
  noun('shoes', 'shoe', 'shoes', ['马丁靴', 'ankle boots', 'Ботинки'], '50012028', [119, 459], [900, 1500]),
  noun('shoes', 'shoe', 'shoes', ['家居拖鞋', 'slippers', 'Домашние тапочки'], '50012033', [15, 49], [200, 420]),
  noun('bags', 'bag', 'single', ['单肩包', 'shoulder bag', 'Сумка через плечо'], '50012010', [59, 329], [350, 900]),
  noun('bags', 'bag', 'single', ['双肩背包', 'backpack', 'Рюкзак'], '50012019', [69, 299], [500, 1200]),
  noun('bags', 'bag', 'single', ['钱包', 'wallet', 'Кошелёк'], '50012023', [29, 159], [120, 260]),
  noun('home', 'cup', 'volume', ['保温杯', 'vacuum flask', 'Термокружка'], '50013619', [29, 149], [280, 560]),
  noun('home', 'cup', 'volume', ['马克杯', 'mug', 'Кружка'], '50013607', [12, 59], [300, 460]),
  noun('home', 'lamp', 'version', ['台灯', 'desk lamp', 'Настольная лампа'], '50013229', [39, 219], [500, 1400]),
  noun('home', 'box', 'volume', ['收纳盒', 'storage box', 'Контейнер для хранения'], '50023182', [9, 69], [200, 900]),
  noun('home', 'blanket', 'bedding', ['四件套', 'bedding set of four', 'Комплект постельного белья'], '50010103', [129, 499], [1800, 3200]),
  noun('home', 'blanket', 'bedding', ['法兰绒毛毯', 'flannel blanket', 'Фланелевый плед'], '50010825', [39, 169], [700, 1900]),
  noun('devices', 'device', 'version', ['蓝牙耳机', 'Bluetooth earphones', 'Беспроводные наушники'], '50005266', [49, 399], [60, 240]),
  noun('devices', 'device', 'version', ['充电宝', 'power bank', 'Внешний аккумулятор'], '50009211', [59, 199], [200, 480]),
  noun('devices', 'device', 'version', ['手机支架', 'phone stand', 'Подставка для телефона'], '50018909', [9, 59], [80, 300]),
  noun('devices', 'device', 'version', ['机械键盘', 'mechanical keyboard', 'Механическая клавиатура'], '50012320', [119, 599], [700, 1300]),
  noun('toys', 'toy', 'version', ['积木玩具', 'building blocks', 'Конструктор'], '50012454', [29, 299], [300, 1800]),
  noun('toys', 'toy', 'single', ['毛绒公仔', 'plush toy', 'Мягкая игрушка'], '50008737', [19, 129], [200, 900]),
  noun('beauty', 'bottle', 'volume', ['洗发水', 'shampoo', 'Шампунь'], '50013794', [29, 129], [350, 900]),
  noun('beauty', 'bottle', 'volume', ['保湿面霜', 'moisturising cream', 'Увлажняющий крем'], '50011980', [39, 259], [90, 260]),
];

const phrase = (zh: string, en: string, ru: string): Translated => ({ zh, en, ru });

/** What the goods are made of, said so that it follows the noun in Russian and stands before it in English. */
export const MATERIALS: Readonly<Record<Family, readonly Translated[]>> = {
  clothing: [phrase('纯棉', 'cotton', 'из хлопка'), phrase('亚麻', 'linen', 'из льна'), phrase('羊毛', 'wool', 'из шерсти'), phrase('灯芯绒', 'corduroy', 'из вельвета'), phrase('牛奶丝', 'soft jersey', 'из мягкого трикотажа')],
  shoes: [phrase('真皮', 'leather', 'из натуральной кожи'), phrase('网面', 'mesh', 'из сетки'), phrase('麂皮', 'suede', 'из замши'), phrase('帆布', 'canvas', 'из парусины')],
  bags: [phrase('头层牛皮', 'full-grain leather', 'из воловьей кожи'), phrase('尼龙', 'nylon', 'из нейлона'), phrase('帆布', 'canvas', 'из парусины'), phrase('PU皮', 'PU leather', 'из экокожи')],
  home: [phrase('不锈钢', 'stainless steel', 'из нержавеющей стали'), phrase('陶瓷', 'ceramic', 'из керамики'), phrase('竹木', 'bamboo', 'из бамбука'), phrase('磨毛', 'brushed cotton', 'из ворсованного хлопка'), phrase('硅胶', 'silicone', 'из силикона')],
  devices: [phrase('铝合金', 'aluminium', 'в алюминиевом корпусе'), phrase('防摔', 'shockproof', 'с защитой от ударов'), phrase('快充', 'fast-charging', 'с быстрой зарядкой'), phrase('静音', 'silent', 'с тихим ходом')],
  toys: [phrase('益智', 'educational', 'для развития'), phrase('榉木', 'beech', 'из бука'), phrase('加厚', 'extra soft', 'повышенной мягкости'), phrase('拼装', 'assembly', 'для сборки')],
  beauty: [phrase('氨基酸', 'amino acid', 'с аминокислотами'), phrase('玻尿酸', 'hyaluronic', 'с гиалуроновой кислотой'), phrase('绿茶', 'green tea', 'с зелёным чаем'), phrase('无硅油', 'silicone-free', 'без силикона')],
};

/** How things to wear look. */
export const FASHION_STYLES: readonly Translated[] = [
  phrase('韩版', 'Korean style', 'в корейском стиле'),
  phrase('宽松', 'loose fit', 'свободного кроя'),
  phrase('复古', 'retro', 'в ретростиле'),
  phrase('日系', 'Japanese style', 'в японском стиле'),
  phrase('网红同款', 'seen on social media', 'как у блогеров'),
  phrase('国潮', 'Chinese streetwear', 'в стиле китайского стритвира'),
  phrase('高级感', 'premium look', 'премиального вида'),
];

/** How other things look. */
export const HOUSEHOLD_STYLES: readonly Translated[] = [
  phrase('北欧风', 'Nordic style', 'в скандинавском стиле'),
  phrase('简约', 'plain design', 'простого дизайна'),
  phrase('高级感', 'premium look', 'премиального вида'),
  phrase('家用', 'for home', 'для дома'),
  phrase('便携', 'portable', 'в дорогу'),
  phrase('学生宿舍', 'for dormitories', 'для общежития'),
  phrase('送礼', 'as a gift', 'в подарок'),
];

export const SEASONS: readonly Translated[] = [
  phrase('春秋', 'spring and autumn', 'весна — осень'),
  phrase('秋冬', 'autumn and winter', 'осень — зима'),
  phrase('夏季', 'summer', 'лето'),
  phrase('冬季', 'winter', 'зима'),
  phrase('四季通用', 'all seasons', 'на любой сезон'),
];

export const AUDIENCES: readonly Translated[] = [
  phrase('女', "women's", 'для женщин'),
  phrase('男', "men's", 'для мужчин'),
  phrase('男女同款', 'unisex', 'унисекс'),
  phrase('儿童', "children's", 'для детей'),
  phrase('学生', 'student', 'для студентов'),
];

export interface Colour {
  readonly name: Translated;
  readonly hex: string;
}

export const COLOURS: readonly Colour[] = [
  { name: phrase('红色', 'Red', 'Красный'), hex: '#c8443c' },
  { name: phrase('黑色', 'Black', 'Чёрный'), hex: '#3a3d44' },
  { name: phrase('白色', 'White', 'Белый'), hex: '#e9e6df' },
  { name: phrase('藏青色', 'Navy', 'Тёмно-синий'), hex: '#2f4468' },
  { name: phrase('天蓝色', 'Sky blue', 'Голубой'), hex: '#6aa6d6' },
  { name: phrase('军绿色', 'Olive', 'Хаки'), hex: '#6f7650' },
  { name: phrase('杏色', 'Apricot', 'Абрикосовый'), hex: '#e3b88f' },
  { name: phrase('咖啡色', 'Coffee', 'Кофейный'), hex: '#7b5a43' },
  { name: phrase('粉色', 'Pink', 'Розовый'), hex: '#e2a0b0' },
  { name: phrase('浅灰色', 'Light grey', 'Светло-серый'), hex: '#b4b8bd' },
  { name: phrase('姜黄色', 'Mustard', 'Горчичный'), hex: '#cf9d3f' },
  { name: phrase('香芋紫', 'Taro purple', 'Сиреневый'), hex: '#9d8bb8' },
];

/** The name under which a colour or a size stands in a configuration. */
export const COLOUR_LABEL: Translated = phrase('颜色', 'Colour', 'Цвет');

const plain = (text: string): Translated => phrase(text, text, text);

export const SIZE_SCALES: Readonly<Record<SizeScale, { readonly label: Translated; readonly values: readonly Translated[] }>> = {
  clothes: { label: phrase('尺码', 'Size', 'Размер'), values: ['S', 'M', 'L', 'XL', '2XL', '3XL'].map(plain) },
  shoes: { label: phrase('鞋码', 'Shoe size', 'Размер обуви'), values: ['35', '36', '37', '38', '39', '40', '41', '42', '43', '44'].map(plain) },
  bedding: {
    label: phrase('适用床宽', 'Bed width', 'Ширина кровати'),
    values: [phrase('1.2米', '1.2 m', '1,2 м'), phrase('1.5米', '1.5 m', '1,5 м'), phrase('1.8米', '1.8 m', '1,8 м'), phrase('2.0米', '2.0 m', '2,0 м')],
  },
  volume: {
    label: phrase('容量', 'Volume', 'Объём'),
    values: [phrase('300毫升', '300 ml', '300 мл'), phrase('500毫升', '500 ml', '500 мл'), phrase('750毫升', '750 ml', '750 мл'), phrase('1升', '1 l', '1 л')],
  },
  version: {
    label: phrase('版本', 'Version', 'Версия'),
    values: [phrase('标准版', 'Standard', 'Стандартная'), phrase('升级版', 'Improved', 'Улучшенная'), phrase('礼盒装', 'Gift box', 'Подарочная')],
  },
  single: { label: phrase('规格', 'Specification', 'Комплектация'), values: [phrase('均码', 'One size', 'Единый размер')] },
};
