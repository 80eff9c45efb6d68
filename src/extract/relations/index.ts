import type { Statement } from '../../model.js';
import type { Recognition } from '../document.js';
import { evidencePlaces, isStated, type Judgement } from './judge.js';
import { createStatementBuilder } from './statements.js';

export { type ArticleJudge, createArticleJudge, type Judgement } from './judge.js';

/** The statements that an article makes, as it was judged. */
export function statementsOf(recognition: Recognition, { states, events }: Judgement): Statement[] {
  const builder = createStatementBuilder(recognition);
  for (const finding of states) builder.addState(finding);
  for (const event of events) {
    if (!isStated(event)) continue;
    for (const { candidate, subjects } of evidencePlaces(event))
      builder.addEvent(candidate, event.probability, subjects);
  }
  return builder.statements();
}
