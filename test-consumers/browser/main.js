// The packed client in a bundle for browsers; run-as-browser.js waits for `finished`.
import * as client from '@erply-kit/client';

import { useClient } from '../program/use-client.js';

globalThis.finished = useClient(client, { servers: globalThis.servers, hasCsv: false });
