package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Values of size parameters, counters and binders; later bindings hide earlier ones. */
sealed interface Environment {

  /** No bindings. */
  Environment EMPTY = new Empty();

  /** No bindings. */
  record Empty() implements Environment {}

  /** One more binding. */
  record Bound(String name, BigInteger value, Environment rest) implements Environment {}

  /** This environment with one more binding. */
  default Environment with(String name, BigInteger value) {
    return new Bound(name, value, this);
  }

  /** This environment with {@code names} bound to {@code values} in order. */
  default Environment with(List<String> names, List<BigInteger> values) {
    if (names.size() != values.size()) {
      throw new IllegalArgumentException(values.size() + " values for " + names);
    }
    Environment result = this;
    for (int i = 0; i < names.size(); i++) {
      result = result.with(names.get(i), values.get(i));
    }
    return result;
  }

  /** The bindings of a map. */
  static Environment of(Map<String, BigInteger> values) {
    Environment result = EMPTY;
    for (Map.Entry<String, BigInteger> entry : values.entrySet()) {
      result = result.with(entry.getKey(), entry.getValue());
    }
    return result;
  }

  /** The value of {@code name}. */
  default BigInteger value(String name) {
    Environment current = this;
    while (current instanceof Bound bound) {
      if (bound.name().equals(name)) {
        return bound.value();
      }
      current = bound.rest();
    }
    throw new IllegalArgumentException("no value for index variable " + name);
  }
}
