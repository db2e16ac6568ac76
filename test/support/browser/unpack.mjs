// Run as a process of its own, with TMPDIR naming where to unpack: the package looks at the environment once, when it
// is loaded, and gives its copies of system libraries only to what it takes for the host they were made for.
import chromium from '@sparticuz/chromium';

process.stdout.write(await chromium.executablePath());
