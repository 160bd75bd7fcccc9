/** How many lines of one sort are told one by one. */
const LIMIT = 100;

/** Tells the first of many lines, and then how many there were besides. @param what they are, such as "refused rows". */
export function limited(log: (line: string) => void, what: string) {
  let count = 0;
  return {
    add: (line: string): void => {
      count += 1;
      if (count <= LIMIT) log(line);
    },
    end: (): void => {
      if (count > LIMIT) log(`And ${count - LIMIT} more ${what}.`);
    },
  };
}
