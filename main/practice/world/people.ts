import { RandomDraw, SERIES } from './random.ts';
import type { ProviderType } from './providers.ts';

/** A customer of the instance, with the recipient's address. */
export interface Customer {
  readonly id: string;
  readonly login: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly middleName: string;
  readonly phone: string;
  readonly city: string;
  readonly region: string;
  readonly address: string;
  readonly postalCode: string;
  /** Free balance in the internal currency when the world was made. */
  readonly openingAmount: number;
  readonly email: string;
}

/** A seller at a provider. */
export interface Seller {
  readonly id: string;
  readonly nick: string;
  readonly url: string;
}

/** Customer ids begin here, so that they look grown and never start with zero. */
const FIRST_CUSTOMER_ID = 1042;

const FEMALE_NAMES = ['Айгуль', 'Анна', 'Динара', 'Екатерина', 'Жанна', 'Мария', 'Ольга', 'Сауле'];
const MALE_NAMES = ['Александр', 'Арман', 'Дмитрий', 'Ерлан', 'Иван', 'Нурлан', 'Сергей', 'Тимур'];
const FAMILY_NAMES = ['Абдрахманов', 'Ахметов', 'Иванов', 'Кузнецов', 'Нургалиев', 'Петров', 'Сергеев', 'Смагулов', 'Соколов', 'Тулегенов', 'Фёдоров', 'Юсупов'];
const MIDDLE_NAMES = ['Александров', 'Болатов', 'Викторов', 'Ерланов', 'Маратов', 'Николаев'];
const CITIES = [
  { city: 'Алматы', region: 'Алматы', postal: '05' },
  { city: 'Астана', region: 'Астана', postal: '01' },
  { city: 'Караганда', region: 'Карагандинская область', postal: '10' },
  { city: 'Шымкент', region: 'Шымкент', postal: '16' },
  { city: 'Павлодар', region: 'Павлодарская область', postal: '14' },
  { city: 'Костанай', region: 'Костанайская область', postal: '11' },
];
const STREETS = ['ул. Абая', 'пр. Достык', 'ул. Сатпаева', 'ул. Гоголя', 'пр. Назарбаева', 'ул. Толе би', 'ул. Ленина'];
const LOGIN_WORDS = ['aru', 'bekzat', 'dina', 'erke', 'kama', 'lana', 'madi', 'nika', 'olzhas', 'sanzhar', 'timur', 'zere'];

/** The customer with this place in the world. */
export function customerAt(seed: number, index: number): Customer {
  const draw = new RandomDraw(seed, SERIES.customer, index);
  const female = draw.chance(0.6);
  const place = draw.pick(CITIES);
  const login = `${draw.pick(LOGIN_WORDS)}_${FIRST_CUSTOMER_ID + index}`;
  return {
    id: String(FIRST_CUSTOMER_ID + index),
    login,
    email: `${login}@mail.example`,
    firstName: draw.pick(female ? FEMALE_NAMES : MALE_NAMES),
    lastName: draw.pick(FAMILY_NAMES) + (female ? 'а' : ''),
    middleName: draw.pick(MIDDLE_NAMES) + (female ? 'на' : 'ич'),
    phone: `+770${draw.digits(8)}`,
    city: place.city,
    region: place.region,
    address: `${draw.pick(STREETS)}, ${draw.between(1, 180)}, кв. ${draw.between(1, 120)}`,
    postalCode: place.postal + draw.digits(4),
    openingAmount: draw.chance(0.4) ? draw.between(500, 90_000) : 0,
  };
}

/** Where somebody lives. */
export interface Home {
  readonly city: string;
  readonly region: string;
  readonly address: string;
  readonly postalCode: string;
  readonly phone: string;
}

/** A home somewhere in the customers' country. */
export function drawHome(draw: RandomDraw): Home {
  const { city, region, postal } = draw.pick(CITIES);
  const address = `${draw.pick(STREETS)}, ${draw.between(1, 180)}, кв. ${draw.between(1, 120)}`;
  return { city, region, address, postalCode: postal + draw.digits(4), phone: `+770${draw.digits(8)}` };
}

/** A name for somebody who takes parcels for a customer. */
export function drawName(draw: RandomDraw): Pick<Customer, 'firstName' | 'lastName' | 'middleName'> {
  const female = draw.chance(0.5);
  return {
    firstName: draw.pick(female ? FEMALE_NAMES : MALE_NAMES),
    lastName: draw.pick(FAMILY_NAMES) + (female ? 'а' : ''),
    middleName: draw.pick(MIDDLE_NAMES) + (female ? 'на' : 'ич'),
  };
}

/** The place of a customer id in the world, or null when the text is not one of its ids. */
export function customerIndexOf(id: string): number | null {
  if (!/^\d{1,9}$/.test(id)) return null;
  const index = Number(id) - FIRST_CUSTOMER_ID;
  return index >= 0 ? index : null;
}

const SHOP_PLACES = ['义乌', '广州', '杭州', '深圳', '泉州', '南通', '温州', '东莞'];
const SHOP_WORDS = ['优品', '小鹿', '木子', '千寻', '星河', '初见', '暖阳', '悦己', '云朵', '朵拉'];
const SHOP_KINDS = { Taobao: ['旗舰店', '专营店', '小铺', '服饰店', '生活馆'], Alibaba1688: ['贸易有限公司', '服装厂', '电子商务商行', '日用品厂'] };

/** The seller with this place in the world. */
export function sellerAt(seed: number, index: number, provider: ProviderType): Seller {
  const draw = new RandomDraw(seed, SERIES.seller, index);
  const id = String(2_200_000_000 + index * 977 + draw.below(900));
  const nick = draw.pick(SHOP_PLACES) + draw.pick(SHOP_WORDS) + draw.pick(SHOP_KINDS[provider]);
  const url = provider === 'Taobao' ? `https://shop${id}.taobao.example/` : `https://shop${id}.1688.example/`;
  return { id, nick, url };
}

/** What customers write to an order or a line now and then. */
export const CUSTOMER_COMMENTS: readonly string[] = [
  'Пожалуйста, проверьте цвет',
  'Хрупкое, упакуйте отдельно',
  'Проверить размер по бирке',
  'fragile, check colour',
  'Нужен именно такой оттенок, как на фото',
  'Please take the price tag off',
  'Если нет размера, замените на больший',
  '麻烦检查一下质量',
];

/** What operators note at a line now and then. */
export const OPERATOR_COMMENTS: readonly string[] = ['Seller promised to send this week', 'Уточнили размер у клиента', 'Box damaged at the last delivery, check\\nTake a photo'];

/** Who may work at the platform. */
export interface Operator {
  readonly id: string;
  readonly login: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly lastName: string;
}

export const SIGNED_IN_OPERATOR: Operator = { id: '17', login: 'operator', firstName: 'Wei', middleName: '', lastName: 'Wang' };

/** The colleague in whose name the control surface changes lines: another station, another person. */
export const OTHER_STATION_OPERATOR: Operator = { id: '21', login: 'station-2', firstName: 'Lin', middleName: '', lastName: 'Chen' };
