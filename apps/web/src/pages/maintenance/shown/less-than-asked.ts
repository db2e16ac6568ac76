import { useI18n } from 'vue-i18n';
import { formatMoney, formatYuan } from '../../../format.js';

interface Costs {
  readonly amount: string;
  readonly cost: string;
}

/** What a contract costs less than was asked for, told; empty: it costs as much. */
export function useLess(): (repair: Costs) => string {
  const { t } = useI18n();
  const fen = (yuan: string): bigint => BigInt(yuan.replace('.', ''));
  return ({ amount, cost }) => {
    const rest = fen(amount) - fen(cost);
    if (rest === 0n) return '';
    return t('instalment.lessThanAsked', { amount: formatMoney(amount), rest: formatYuan(String(rest)) });
  };
}
