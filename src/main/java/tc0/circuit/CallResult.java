package tc0.circuit;

/** The outputs of one instance: per port a bit array or a form array, the other entry unused. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CallResult(BitArray[] bits, FormArray[] forms) {}
