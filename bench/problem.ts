/** Why there are no figures, in one sentence for whoever runs the benchmark. */
export class BenchmarkProblem extends Error {
  override readonly name = 'BenchmarkProblem';
}
