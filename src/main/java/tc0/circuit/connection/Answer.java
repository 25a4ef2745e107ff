package tc0.circuit.connection;

/**
 * The answer to a question about the connection language.
 *
 * @param value the answer
 * @param steps elementary steps spent on it: an operation that is linear-time on a multi-tape
 *     machine costs the bits of its operands, multiplication and division by anything but a numeral
 *     or a power of two cost the product of the lengths, a quantifier costs every instance that was
 *     tried
 * @param bits the bits of the question, that is of the sizes, the gate name and the port; O(log n)
 *     when the indices are polynomial in n
 */
public record Answer<T>(T value, long steps, int bits) {}
