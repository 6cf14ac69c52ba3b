// The packed client in one of Cloudflare's workers, asked over HTTP with the addresses of the servers.
import * as client from '@erply-kit/client';

import { useClient } from '../program/use-client.js';

// biome-ignore lint/style/noDefaultExport: that is what a worker is
export default {
  async fetch(request) {
    const servers = Object.fromEntries(new URL(request.url).searchParams);
    try {
      await useClient(client, { servers, tellsNotSent: false });
      return new Response(navigator.userAgent);
    } catch (error) {
      return new Response(error.stack, { status: 500 });
    }
  },
};
