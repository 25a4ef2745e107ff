package tc0.circuit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the gates of one sum cost.
 *
 * @param distinct distinct literals among the cells
 * @param mass the sum of the absolute values of weights and integers
 */
record CountedBody(BigInteger distinct, BigInteger mass) {

  static CountedBody of(CountedForm form) {
    BigInteger mass = BigInteger.valueOf(form.numberMass());
    int[] literals = new int[form.count()];
    for (int i = 0; i < literals.length; i++) {
      literals[i] = form.literalAt(i);
      mass = mass.add(BigInteger.valueOf(form.weightAt(i)).abs());
    }
    int plain = distinct(literals, literals.length);
    boolean zero = Arrays.binarySearch(literals, 0, plain, GateFolder.FALSE) >= 0;
    BigInteger distinct = BigInteger.valueOf(plain);
    IdentityHashMap<CountedRow, List<CountedRow.Steps>> byRow = new IdentityHashMap<>();
    for (CountedForm.RowCell cell : form.rows()) {
      CountedRow.Steps steps = cell.use().steps();
      mass = mass.add(steps.mass().multiply(BigInteger.valueOf(cell.weight()).abs()));
      zero |= steps.outside();
      byRow.computeIfAbsent(cell.use().row(), key -> new ArrayList<>()).add(steps);
    }
    if (zero && Arrays.binarySearch(literals, 0, plain, GateFolder.FALSE) < 0) {
      distinct = distinct.add(BigInteger.ONE);
    }
    for (Map.Entry<CountedRow, List<CountedRow.Steps>> entry : byRow.entrySet()) {
      List<CountedRow.Steps> uses = entry.getValue();
      distinct = distinct.add(cells(uses));
      for (Map.Entry<Long, Integer> single : entry.getKey().singles().entrySet()) {
        if (Arrays.binarySearch(literals, 0, plain, single.getValue()) >= 0
            && uses.stream().anyMatch(use -> use.reads(single.getKey()))) {
          distinct = distinct.subtract(BigInteger.ONE);
        }
      }
    }
    return new CountedBody(distinct, mass);
  }

  /** The cells of one row that some of its uses read. */
  private static BigInteger cells(List<CountedRow.Steps> uses) {
    if (uses.size() == 1) {
      return uses.get(0).inside();
    }
    long from = uses.stream().mapToLong(CountedRow.Steps::from).min().orElse(0);
    BitSet union = new BitSet();
    for (CountedRow.Steps use : uses) {
      if (use.from() == from) {
        union.or(use.cells());
      } else {
        int offset = Math.toIntExact(use.from() - from);
        use.cells().stream().forEach(cell -> union.set(cell + offset));
      }
    }
    return BigInteger.valueOf(union.cardinality());
  }

  /** Sorts the first literals and moves the distinct ones to the front; returns their number. */
  static int distinct(int[] literals, int count) {
    Arrays.sort(literals, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || literals[i] != literals[i - 1]) {
        literals[kept++] = literals[i];
      }
    }
    return kept;
  }
}
