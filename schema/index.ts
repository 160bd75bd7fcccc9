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
import './run.ts';
import { builder } from './builder.ts';

/** The schema that the service executes. */
export const schema = builder.toSchema();

export { type Context, createContext } from './context.ts';
