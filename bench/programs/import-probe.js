// What importing one module costs this process: prints milliseconds of processor time, bytes of RSS and the number of files read.
import { registerHooks } from 'node:module';

let files = 0;
if (process.argv[3] === 'count') {
  registerHooks({
    load(url, context, next) {
      if (!url.startsWith('node:')) files += 1;
      return next(url, context);
    },
  });
}
const rssBefore = process.memoryUsage.rss();
const cpuBefore = process.cpuUsage();
await import(process.argv[2]);
const { user, system } = process.cpuUsage(cpuBefore);
const rssBytes = process.memoryUsage.rss() - rssBefore;
console.log(JSON.stringify({ cpuMs: (user + system) / 1000, rssBytes, files }));
