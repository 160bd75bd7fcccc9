// The program as it is built, with its own command line.
import './child.ts';
import '../src/cli/main.ts';
