import { IconArrowMerge, IconCircleCheck, IconCirclePlus, IconCircleX, IconCoin, IconHash, IconPalette, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ComparedLine, LineDifference, MadeLine, OrderComparison } from '../../preload/contract/order-sending.ts';
import { useFormat } from '../i18n/format.ts';
import { BilingualTitle } from '../ui/bilingual-title.tsx';
import { GoodsPicture } from '../ui/goods-picture.tsx';
import classes from './comparison-table.module.css';

interface ComparisonTableProps {
  comparison: OrderComparison;
  currency: string;
}

/** An order line by line: as it was sent, beside what OT Platform has made of it. */
export function ComparisonTable({ comparison, currency }: ComparisonTableProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('ordering.compare.result')}</th>
            <th scope="col">{t('ordering.compare.goods')}</th>
            <th scope="col">{t('ordering.column.configurationId')}</th>
            <th scope="col" className={classes.numeric}>
              {t('ordering.column.quantity')}
            </th>
            <th scope="col" className={classes.numeric}>
              {t('ordering.compare.price')}
            </th>
          </tr>
        </thead>
        <tbody>
          {comparison.lines.map((line, index) => (
            // The lines of a comparison keep their places.
            // oxlint-disable-next-line react/no-array-index-key
            <SentRow key={index} line={line} currency={currency} />
          ))}
          {comparison.extra.map((made) => (
            <ExtraRow key={made.lineId} made={made} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SentRow({ line: { sent, made, differences, isMerged }, currency }: { line: ComparedLine; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const differs = (difference: LineDifference): boolean => differences.includes(difference);
  const price = (amount: number | null, of: string): string => (amount === null ? '' : format.money(amount, of));
  return (
    <tr className={classes.row} data-tone={differs('missing') ? 'missing' : differences.length > 0 ? 'differs' : 'same'}>
      <td>
        <div className={classes.signs}>
          {differences.length === 0 && <ResultSign kind="same" />}
          {differences.map((difference) => (
            <ResultSign key={difference} kind={difference} />
          ))}
          {isMerged && <ResultSign kind="merged" />}
        </div>
      </td>
      <td>
        <div className={classes.goods}>
          <GoodsPicture url={made?.pictureUrl ?? null} />
          <div>
            {made ? (
              <BilingualTitle title={made.title} configuration={made.configuration} />
            ) : (
              <p className={classes.soft}>{t('ordering.compare.notInOrder')}</p>
            )}
            <p className={classes.id}>{sent.itemId}</p>
            {sent.comment !== '' && <p className={classes.soft}>{sent.comment}</p>}
          </div>
        </div>
      </td>
      <Pair
        sent={sent.configurationId ?? ''}
        made={made?.configurationId ?? ''}
        isDifferent={differs('configuration')}
        isMissing={made === null}
      />
      <Pair
        isNumeric
        sent={format.number(sent.quantity)}
        made={made ? format.number(made.quantity) : ''}
        isDifferent={differs('quantity')}
        isMissing={made === null}
      />
      <Pair
        isNumeric
        sent={price(sent.awaitedPrice, made?.currency ?? currency)}
        made={made ? price(made.price, made.currency) : ''}
        isDifferent={differs('price')}
        isMissing={made === null}
      />
    </tr>
  );
}

/** A line that stands in the order without having been sent. */
function ExtraRow({ made }: { made: MadeLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tr className={classes.row} data-tone="differs">
      <td>
        <ResultSign kind="extra" />
      </td>
      <td>
        <div className={classes.goods}>
          <GoodsPicture url={made.pictureUrl} />
          <div>
            <BilingualTitle title={made.title} configuration={made.configuration} />
            <p className={classes.id}>{made.itemId}</p>
            <p className={classes.soft}>{t('ordering.compare.extraText')}</p>
          </div>
        </div>
      </td>
      <td>{made.configurationId || t('common.none')}</td>
      <td className={classes.numeric}>{format.number(made.quantity)}</td>
      <td className={classes.numeric}>{made.price === null ? t('common.none') : format.money(made.price, made.currency)}</td>
    </tr>
  );
}

interface PairProps {
  sent: string;
  made: string;
  isDifferent: boolean;
  isMissing: boolean;
  isNumeric?: boolean;
}

/** What was sent and what was made: once when they are the same, one above the other when they are not. */
function Pair({ sent, made, isDifferent, isMissing, isNumeric = false }: PairProps) {
  const { t } = useTranslation();
  const none = t('common.none');
  const className = isNumeric ? classes.numeric : undefined;
  if (isDifferent) {
    return (
      <td className={className}>
        <span className={classes.sent}>
          <span className={classes.label}>{t('ordering.compare.sent')}</span> {sent || none}
        </span>
        <span className={classes.made}>
          <span className={classes.label}>{t('ordering.compare.made')}</span> {made || none}
        </span>
      </td>
    );
  }
  return <td className={className}>{(isMissing ? sent : made) || sent || none}</td>;
}

type Result = LineDifference | 'same' | 'extra' | 'merged';

const resultSigns: Record<Result, { ResultIcon: Icon; tone: 'good' | 'warn' | 'bad' | 'quiet' }> = {
  same: { ResultIcon: IconCircleCheck, tone: 'good' },
  quantity: { ResultIcon: IconHash, tone: 'warn' },
  price: { ResultIcon: IconCoin, tone: 'warn' },
  configuration: { ResultIcon: IconPalette, tone: 'warn' },
  missing: { ResultIcon: IconCircleX, tone: 'bad' },
  extra: { ResultIcon: IconCirclePlus, tone: 'warn' },
  merged: { ResultIcon: IconArrowMerge, tone: 'quiet' },
};

function ResultSign({ kind }: { kind: Result }) {
  const { t } = useTranslation();
  const { ResultIcon, tone } = resultSigns[kind];
  return (
    <span className={classes.sign} data-tone={tone}>
      <ResultIcon className={classes.icon} aria-hidden="true" />
      {t(`ordering.compare.kind.${kind}`)}
    </span>
  );
}
