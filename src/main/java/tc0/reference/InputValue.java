package tc0.reference;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** The value of an input as somebody wrote it, before its type is known. */
public sealed interface InputValue {

  /** A number. */
  record Number(BigRational value) implements InputValue {}

  /** The bits of a word, the highest first as written. */
  record Raw(BigInteger word, int digits) implements InputValue {}

  /** The entries of an array, in order. */
  record Items(List<InputValue> entries) implements InputValue {
    /** Copies the entries. */
    public Items {
      entries = List.copyOf(entries);
    }
  }

  /** The fields of a record. */
  record Fields(Map<String, InputValue> fields) implements InputValue {
    /** Copies the fields. */
    public Fields {
      fields = Map.copyOf(fields);
    }
  }
}
