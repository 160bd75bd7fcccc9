import './scalars.ts';
import './error.ts';
import './agent.ts';
import './document.ts';
import './revision.ts';
import './revision-changes.ts';
import './document-revise.ts';
import './block.ts';
import './passage.ts';
import './annotation.ts';
import './annotation-list.ts';
import './annotation-add.ts';
import './annotation-edit.ts';
import './annotation-anchors.ts';
import './annotation-history.ts';
import './anchor-suggestions.ts';
import './entity.ts';
import './entity-find.ts';
import './entity-list.ts';
import './entity-save.ts';
import './entity-history.ts';
import './entity-merge.ts';
import './mention.ts';
import './mention-list.ts';
import './mention-change.ts';
import './entity-ranks.ts';
import './entity-candidates.ts';
import './link.ts';
import './run.ts';
import { builder } from './builder.ts';

/** The schema that the service executes. */
export const schema = builder.toSchema();

export { type Context, createContext } from './context.ts';
