/** Months, counted from year 0: year × 12 + (month − 1). */

const written = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** The number of a month written `1946-06`, or undefined if it is not written so. */
export function parseMonth(text: string): number | undefined {
	const match = written.exec(text);
	return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : undefined;
}

/** `1946-06`. */
export const formatMonth = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
