import type { Statement } from '../../model.js';
import type { Recognition } from '../document.js';
import { evidenceOf } from './evidence.js';
import { isStated, type Judgement } from './judge.js';
import type { RelationModel } from './model.js';
import { createStatementBuilder } from './statements.js';

export { type ArticleJudge, createArticleJudge, type Judgement } from './judge.js';

/** The statements that an article makes, as it was judged. */
export function statementsOf(
  recognition: Recognition,
  { states, events }: Judgement,
  { circumstances: models }: RelationModel,
): Statement[] {
  const builder = createStatementBuilder(recognition);
  for (const finding of states) builder.addState(finding);
  for (const event of events) {
    if (!isStated(event)) continue;
    for (const { place, circumstances } of evidenceOf(event, models))
      builder.addEvent(place, circumstances, event.probability);
  }
  return builder.statements();
}
