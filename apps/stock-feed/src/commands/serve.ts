import { setTimeout } from 'node:timers/promises';

import { jsonLine, type Output } from '@erply-kit/command-line';
import { type Connection, connect, readAccount } from '@erply-kit/command-line/erply';

import { type CommandIO, defineCommand } from '../command.ts';
import type { FeedPolicy } from '../feed-policy.ts';
import { keepFresh } from '../keep-fresh.ts';
import { createLiveFeed, type LiveFeed } from '../live-feed.ts';
import { connectionHelp, connectionOf, connectionOptions } from '../options/connection-options.ts';
import { jsonHelp, jsonOption } from '../options/json-option.ts';
import { policyHelp, policyOf, policyOptions } from '../options/policy-options.ts';
import { safetyHelp, safetyOf, safetyOptions } from '../options/safety-options.ts';
import { accessOf, type ServeRequest, serveHelp, serveOf, serveOptions } from '../options/serve-options.ts';
import type { SafetyOptions } from '../safety.ts';
import type { AccessOptions } from '../serve/allow-access.ts';
import { createApp } from '../serve/create-app.ts';
import { createEventStreams } from '../serve/event-streams.ts';
import { createFreshness } from '../serve/freshness.ts';
import { createServedFeed } from '../serve/served-feed.ts';
import { type RunningServer, startServer } from '../serve/start-server.ts';
import { followErply } from '../source/followed-source.ts';

interface Request extends ServeRequest {
  readonly everyMs: number;
  readonly maxAgeMs: number;
  readonly policy: FeedPolicy;
  readonly safety: SafetyOptions;
  readonly connection: Connection;
  readonly json: boolean;
}
