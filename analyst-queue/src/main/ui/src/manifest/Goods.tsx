import { useTranslation } from 'react-i18next';
import type { Item, Party } from '../api/types';
import { country, kilograms, whole } from '../i18n/format';
import { Rows } from './Rows';
import type { Bill } from './equipment';
import { companyOf } from './party';

/** What the papers say is in the container, bill by bill. */
export function Goods({ bills }: { bills: Bill[] }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-labelledby="goods">
      <h2 id="goods">{t('goods.title')}</h2>
      {bills.length === 0 && <p className="warn">{t('goods.none')}</p>}
      {bills.map(({ consignment, items }, index) => (
        <div key={`${consignment.documentNumber ?? ''}/${index}`} className="bill">
          <h3>
            {t(`goods.level.${consignment.level ?? 'OTHER'}`, { defaultValue: consignment.level ?? '' })}
            {consignment.documentNumber != null && <code>{consignment.documentNumber}</code>}
          </h3>
          <ul>
            {items.map((item, position) => (
              <GoodsLine key={`${item.hs ?? ''}/${position}`} item={item} />
            ))}
          </ul>
          <Rows
            rows={[
              [t('goods.consignor'), <Company key="consignor" party={consignment.parties?.consignor} />],
              [t('goods.consignee'), <Company key="consignee" party={consignment.parties?.consignee} />],
            ]}
          />
        </div>
      ))}
    </section>
  );
}

function GoodsLine({ item }: { item: Item }) {
  const { t } = useTranslation();
  const type = item.packages?.type ?? null;
  const facts = [
    item.packages?.count == null ? null : `${whole(item.packages.count)} ${type === null ? '' : t(`goods.package.${type}`, { defaultValue: type })}`.trim(),
    item.grossKg == null ? null : kilograms(item.grossKg),
    item.equipment.length > 1 ? t('goods.sharedOver', { count: item.equipment.length }) : null,
  ].filter((fact) => fact !== null);
  return (
    <li className="goods">
      <p className="goods__text">{item.description ?? <span className="quiet">{t('goods.noDescription')}</span>}</p>
      <p className="quiet">
        {item.hs != null && <code>HS {item.hs}</code>} {facts.join(' · ')}
      </p>
    </li>
  );
}

function Company({ party }: { party: Party }) {
  const { t } = useTranslation();
  const company = companyOf(party);
  if (company === null) {
    return <span className="quiet">{t('manifest.missing')}</span>;
  }
  const land = company.country === null ? null : (country(company.country) ?? company.country);
  return <>{[company.name, company.city, land].filter((part) => part !== null).join(', ')}</>;
}
