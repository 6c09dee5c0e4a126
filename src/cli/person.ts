/** Whether there is a person to show a screen to. */

/** Whether keys come from a terminal and what is written goes to one that can move its cursor. */
export const personThere = (): boolean => process.stdin.isTTY === true && process.stdout.isTTY === true && process.env.TERM !== 'dumb';
