/** A statement as it is read: the sentence with its marked words, and where it stands. */
import { h, type JSX } from 'preact';
import type { EvidenceItem, StatementItem } from '../data/model.js';
import { directionOf, plain } from '../text/bidi.js';
import { count } from '../text/nouns.js';
import { dateText, type Page } from './page.js';
import { icon, isolated, nodeLink, tag } from './ui.js';

export function statementCard(page: Page, statement: StatementItem): JSX.Element {
  const { t, state } = page;
  const { article } = statement;
  const outside = page.seen.statements[statement.index] !== 1;
  return h(
    'li',
    { class: `statement${outside ? ' outside' : ''}`, key: statement.index },
    statement.evidence.map(evidence => sentence(evidence)),
    statement.attribution === undefined
      ? null
      : h(
          'p',
          { class: 'attribution' },
          `${t('attributedTo')} `,
          typeof statement.attribution === 'string'
            ? isolated(plain(statement.attribution))
            : nodeLink(page, statement.attribution, false),
        ),
    h(
      'p',
      { class: 'statement-tags' },
      tag(t(statement.edge.negated ? 'negated' : 'affirmed'), statement.edge.negated ? 'negated' : ''),
      tag(t(statement.modality), statement.modality),
      statement.office ? tag(plain(statement.office[state.language])) : null,
      statement.time === undefined ? null : tag(dateText(page, statement.time), 'when'),
      confidence(page, statement.confidence),
      outside ? tag(t('outside'), 'outside-tag') : null,
    ),
    h(
      'footer',
      { class: 'origin' },
      article.url
        ? h(
            'a',
            {
              href: article.url,
              target: '_blank',
              rel: 'noopener noreferrer nofollow',
              class: 'article-link',
            },
            isolated(plain(article.title)),
            icon('open'),
          )
        : h('span', { class: 'article-link' }, isolated(plain(article.title))),
      h(
        'span',
        { class: 'origin-line' },
        article.source ? isolated(plain(article.source)) : null,
        h('time', article.date ? { dateTime: article.date } : {}, dateText(page, article.date)),
        article.copies > 0
          ? h('span', null, t('copies', { n: count(state.language, 'outlet', article.copies) }))
          : null,
      ),
    ),
  );
}

/** The sentence with its subject, object and predicate marked. */
export function sentence(evidence: EvidenceItem): JSX.Element {
  const marks = [...evidence.marks].sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: (JSX.Element | string)[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start < at) continue;
    parts.push(plain(evidence.text.slice(at, mark.start)));
    parts.push(h('mark', { class: mark.role }, plain(evidence.text.slice(mark.start, mark.end))));
    at = mark.end;
  }
  parts.push(plain(evidence.text.slice(at)));
  return h(
    'blockquote',
    { dir: directionOf(evidence.text), lang: directionOf(evidence.text) === 'rtl' ? 'ar' : 'en' },
    parts,
  );
}

/** What the colours of the marked words mean. */
export function markKey({ t }: Page): JSX.Element {
  const parts = [
    ['subject', 'subject'],
    ['predicate', 'predicate'],
    ['object', 'object'],
  ] as const;
  return h(
    'p',
    { class: 'mark-key' },
    parts.map(([role, label]) => h('mark', { class: role, key: role }, t(label))),
  );
}

export function confidence(page: Page, value: number): JSX.Element {
  const percent = Math.round(value * 100);
  return h(
    'span',
    { class: 'confidence', title: page.t('confidence') },
    h('span', { class: 'unseen' }, `${page.t('confidence')} `),
    h('span', { class: 'meter', 'aria-hidden': 'true' }, h('span', { style: { inlineSize: `${percent}%` } })),
    `${percent}%`,
  );
}
