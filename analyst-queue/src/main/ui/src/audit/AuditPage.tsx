import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { ApiError } from '../api/problem';
import type { AuditEntry } from '../api/types';
import { exactDateTime, whole } from '../i18n/format';
import { Notice } from '../shell/Notice';
import { failureText } from '../shell/failure';

const pageSize = 50;

/** The chain entry by entry, and whether it is still as it was written. Looking here is noted in it, too. */
export function AuditPage() {
  const { t } = useTranslation();
  const verification = useMutation({ mutationFn: api.verifyAudit });
  const [start, setStart] = useState(0);
  const list = useInfiniteQuery({
    queryKey: ['audit', start],
    queryFn: ({ pageParam }) => api.audit(pageParam, pageSize),
    initialPageParam: start,
    getNextPageParam: (page) => (page.entries.length < pageSize ? null : (page.entries.at(-1)?.seq ?? null)),
    gcTime: 0,
  });
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  const failed = verification.error ?? list.error;
  const verdict = verification.data;
  return (
    <main id="content" className="audit" tabIndex={-1}>
      <div className="audit__heading">
        <div>
          <h1>{t('audit.title')}</h1>
          <p>{t('audit.text')}</p>
        </div>
        <Button className="button button--primary" isDisabled={verification.isPending} onPress={() => { verification.mutate(); }} data-testid="verify-audit">
          {verification.isPending ? t('audit.verifying') : t('audit.verify')}
        </Button>
      </div>
      {failed !== null && <Notice kind="danger">{failureText(ApiError.of(failed))}</Notice>}
      {verdict !== undefined && (
        <Notice kind={verdict.intact ? 'good' : 'danger'} title={t(verdict.intact ? 'audit.intact' : 'audit.broken')} testId="audit-verdict">
          <p>
            {t(verdict.intact ? 'audit.intactText' : 'audit.brokenText', {
              entries: whole(verdict.entries),
              seq: verdict.brokenAt,
              time: exactDateTime(verdict.verifiedAt),
            })}
          </p>
          {verdict.why != null && <p>{verdict.why}</p>}
          {verdict.head != null && <p className="small">{t('audit.head', { hash: verdict.head })}</p>}
        </Notice>
      )}
      {verdict !== undefined && verdict.entries > pageSize && (
        <Button className="button" onPress={() => { setStart(Math.max(0, verdict.entries - pageSize)); }} data-testid="audit-newest">
          {t('audit.newest')}
        </Button>
      )}
      <div className="table" role="region" aria-labelledby="entries" tabIndex={0 /* eslint-disable-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}>
        <table>
          <caption id="entries">{t('audit.entries')}</caption>
          <thead>
            <tr>
              <th scope="col" className="number">{t('audit.seq')}</th>
              <th scope="col">{t('audit.at')}</th>
              <th scope="col">{t('audit.actor')}</th>
              <th scope="col">{t('audit.action')}</th>
              <th scope="col">{t('audit.subject')}</th>
              <th scope="col">{t('audit.payload')}</th>
              <th scope="col">{t('audit.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Row key={entry.seq} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
      {list.isPending && <p role="status">{t('app.loading')}</p>}
      {list.hasNextPage ? (
        <Button className="button" isDisabled={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()} data-testid="audit-more">
          {t('audit.more')}
        </Button>
      ) : (
        !list.isPending && <p className="quiet">{entries.length === 0 ? t('audit.none') : t('audit.end')}</p>
      )}
    </main>
  );
}

function Row({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  return (
    <tr>
      <td className="number">{entry.seq}</td>
      <td className="nowrap">{exactDateTime(entry.at)}</td>
      <td>{entry.actor}</td>
      <td title={entry.action}>{t(`audit.actions.${entry.action}`, { defaultValue: entry.action })}</td>
      <td>
        <code>{entry.subject}</code>
      </td>
      <td className="audit__payload">
        <code>{typeof entry.payload === 'string' ? entry.payload : JSON.stringify(entry.payload)}</code>
      </td>
      <td>
        <code title={entry.hash}>{entry.hash.slice(0, 10)}…</code>
      </td>
    </tr>
  );
}
