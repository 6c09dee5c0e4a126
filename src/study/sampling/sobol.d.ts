declare module 'sobol' {
	/** The points of Sobol's sequence one after another, the origin first. */
	class SobolSequenceGenerator {
		constructor(dimensions: number);
		nextVector(): number[];
	}
	const sobol: {readonly SobolSequenceGenerator: typeof SobolSequenceGenerator};
	export default sobol;
}
