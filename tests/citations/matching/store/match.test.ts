import { describeMatching } from '../describe-matching.ts';

describeMatching(20_000);
