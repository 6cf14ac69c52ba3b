// Loaded before a program with `node --import`: when it ends, it writes the most memory that it ever had to the file
// that USAGE_FILE names.
import { readFileSync, writeFileSync } from 'node:fs';

/** On Linux, `resourceUsage` also counts the process that started this one; the kernel's own note does not. */
function peakRssBytes() {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

process.once('exit', () => {
  writeFileSync(process.env.USAGE_FILE, JSON.stringify({ peakRssBytes: peakRssBytes() }));
});
