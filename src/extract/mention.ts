import type { EntityMention } from './document.js';

/** Makes a mention. All have the same fields in the same order, set or not: so what reads them stays fast. */
export function makeMention({
  entity,
  first,
  last,
  start,
  end,
  kind,
  sentence,
  inside,
  attached,
  collective,
  presumed,
  locality,
}: EntityMention): EntityMention {
  return {
    entity,
    first,
    last,
    start,
    end,
    kind,
    sentence,
    inside,
    attached,
    collective,
    presumed,
    locality,
  };
}
