// Both servers that are measured begin with this: it tells the benchmark how much processor time they took.

/** What the benchmark sends to ask for the time, and gets back: microseconds since the process began. */
export interface ProcessorTime {
  user: number;
  system: number;
}

process.on('message', () => process.send?.(process.cpuUsage()));
// A server that was told to stop should not stay because of the benchmark, nor without it.
process.channel?.unref();
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
