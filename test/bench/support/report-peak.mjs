// Loaded before a program: tells the peak of its memory, in MB, as the last line on stderr.
process.on('exit', () => process.stderr.write(`\n${process.resourceUsage().maxRSS / 1024}`));
