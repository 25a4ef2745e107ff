package tc0.sat;

import java.util.ArrayList;
import java.util.List;
import tc0.circuit.FlatCircuit;
import tc0.sat.CircuitBuilder.Term;

/** Threshold circuits of constant depth, built by hand, to be compared with plain arithmetic. */
final class Constructions {

  private Constructions() {}

  /** {@code return = x + y} by look-ahead over blocks of two digits. */
  static FlatCircuit add(int w) {
    CircuitBuilder c = new CircuitBuilder(2 * w);
    int[] x = c.input("x", w);
    int[] y = c.input("y", w);
    int blocks = w / 2 + 1;
    int[][] g = new int[blocks][9];
    for (int t = 0; t < blocks; t++) {
      List<Term> field = new ArrayList<>();
      for (int r = 0; r < 2 && 2 * t + r < w; r++) {
        field.add(new Term(1 << r, x[2 * t + r]));
        field.add(new Term(1 << r, y[2 * t + r]));
      }
      int body = c.sum(field);
      for (int d = 0; d < 8; d++) {
        g[t][d] = c.atLeast(body, d);
      }
    }
    int[] result = new int[w + 1];
    for (int t = 0; t < blocks; t++) {
      int[][] carry = new int[t][8];
      for (int j = 0; j < t; j++) {
        for (int d = 1; d < 8; d++) {
          List<Integer> all = new ArrayList<>(List.of(g[j][4], g[t][d - 1], g[t][d] ^ 1));
          for (int k = j + 1; k < t; k++) {
            all.add(g[k][3]);
            all.add(g[k][4] ^ 1);
          }
          carry[j][d] = c.and(all.stream().mapToInt(Integer::intValue).toArray());
        }
      }
      for (int r = 0; r < 2 && 2 * t + r <= w; r++) {
        List<Term> terms = new ArrayList<>();
        for (int q = 1; q << r < 8; q++) {
          int sign = q % 2 == 1 ? 1 : -1;
          terms.add(new Term(sign, g[t][q << r]));
          for (int j = 0; j < t; j++) {
            terms.add(new Term(sign, carry[j][q << r]));
          }
        }
        result[2 * t + r] = c.atLeast(c.sum(terms), 1);
      }
    }
    c.output("return", result);
    return c.build();
  }

  /** {@code return = x * y mod 2^(v+w)}: all partial products, then an iterated addition. */
  static FlatCircuit multiply(int v, int w) {
    CircuitBuilder c = new CircuitBuilder(v + w);
    int[] x = c.input("x", v);
    int[] y = c.input("y", w);
    int[][] part = new int[v][v + w];
    for (int i = 0; i < v; i++) {
      for (int b = i; b < i + w; b++) {
        part[i][b] = c.and(x[i], y[b - i]);
      }
    }
    c.output("return", iteratedAdd(c, part, v + w));
    return c.build();
  }

  /** {@code return = sum of x0, x1, ... of w bits}. */
  static FlatCircuit iteratedAdd(int n, int w) {
    CircuitBuilder c = new CircuitBuilder(n * w);
    int[][] x = new int[n][];
    for (int i = 0; i < n; i++) {
      x[i] = c.input("x" + i, w);
    }
    c.output("return", iteratedAdd(c, x, w + 32 - Integer.numberOfLeadingZeros(n)));
    return c.build();
  }

  /** Windowed carries in digits of base four; a zero literal stands for an absent bit. */
  private static int[] iteratedAdd(CircuitBuilder c, int[][] x, int width) {
    int n = x.length;
    int lam = Math.max(1, 32 - Integer.numberOfLeadingZeros(n - 1));
    int digits = (width + 1) / 2;
    int[][] full = new int[digits][4 * n + 1];
    int[][] carry = new int[digits + 1][n + 1];
    for (int t = 0; t <= digits; t++) {
      int from = Math.max(2 * t - lam, 0);
      int cut = Math.min(2 * t, lam);
      int body = c.sum(window(x, from, 2 * t));
      for (int q = 1; q <= n; q++) {
        carry[t][q] = c.atLeast(body, (long) q << cut);
      }
      if (t < digits) {
        body = c.sum(window(x, from, 2 * t + 2));
        for (int f = 0; f <= 4 * n; f++) {
          full[t][f] = c.atLeast(body, (long) f << cut);
        }
      }
    }
    int[] result = new int[width];
    for (int t = 0; t < digits; t++) {
      int[][] late = new int[t][4];
      for (int j = 0; j < t; j++) {
        for (int r = 0; r <= 2 && 2 * (j + 1) > lam; r++) {
          List<Term> terms = new ArrayList<>();
          for (int q = 1; q <= n; q++) {
            terms.add(new Term(1, full[j][4 * q]));
            terms.add(new Term(-1, carry[j + 1][q]));
          }
          for (int k = j + 1; k < t; k++) {
            ones(terms, full[k], 4, n);
          }
          if (r > 0) {
            ones(terms, full[t], 1 << r, n);
          }
          late[j][r] = c.atLeast(c.sum(terms), t - j + (r > 0 ? 1 : 0));
        }
      }
      for (int r = 0; r < 2 && 2 * t + r < width; r++) {
        List<Term> terms = new ArrayList<>();
        for (int q = 1; q << r <= 4 * n; q++) {
          terms.add(new Term(q % 2 == 1 ? 1 : -1, full[t][q << r]));
        }
        for (int j = 0; j < t; j++) {
          if (2 * (j + 1) > lam) {
            terms.add(new Term(1, late[j][r]));
            terms.add(new Term(-2, late[j][r + 1]));
          }
        }
        result[2 * t + r] = c.atLeast(c.sum(terms), 1);
      }
    }
    return result;
  }

  private static void ones(List<Term> terms, int[] full, int step, int n) {
    for (int q = 1; q * step - 1 <= 4 * n; q++) {
      terms.add(new Term(1, full[q * step - 1]));
      if (q * step <= 4 * n) {
        terms.add(new Term(-1, full[q * step]));
      }
    }
  }

  private static List<Term> window(int[][] x, int from, int to) {
    List<Term> terms = new ArrayList<>();
    for (int[] row : x) {
      for (int k = from; k < Math.min(to, row.length); k++) {
        if (row[k] != 0) {
          terms.add(new Term(1 << (k - from), row[k]));
        }
      }
    }
    return terms;
  }

  /** The goals {@code return = x + y}. */
  static Obligation sumOfTwo(FlatCircuit circuit, int w) {
    return obligation(circuit, (blaster, e) -> blaster.add(word(e, "x", w), word(e, "y", w)));
  }

  /** The goals {@code return = x * y}. */
  static Obligation product(FlatCircuit circuit, int v, int w) {
    return obligation(circuit, (blaster, e) -> blaster.multiply(word(e, "x", v), word(e, "y", w)));
  }

  /** The goals {@code return = x0 + x1 + ...}. */
  static Obligation iteratedSum(FlatCircuit circuit, int n, int w) {
    return obligation(
        circuit,
        (blaster, e) -> {
          List<BitVector> terms = new ArrayList<>();
          for (int i = 0; i < n; i++) {
            terms.add(word(e, "x" + i, w));
          }
          return blaster.sum(terms);
        });
  }

  /** The value that a circuit should return. */
  interface Reference {
    BitVector value(IntegerBlaster blaster, EncodedCircuit encoded);
  }

  static Obligation obligation(FlatCircuit circuit, Reference reference) {
    IntegerBlaster blaster = new IntegerBlaster(new BooleanGraph());
    EncodedCircuit encoded = EncodedCircuit.over(circuit, blaster);
    int width = encoded.outputPort("return").orElseThrow().tuples().size();
    return Obligation.of(
        blaster.graph(),
        blaster.equalBits(result(encoded, width), reference.value(blaster, encoded)));
  }

  /** The natural number in an input array. */
  static BitVector word(EncodedCircuit encoded, String name, int w) {
    int[] bits = new int[w];
    for (int i = 0; i < w; i++) {
      bits[i] = encoded.input(name, i).bit(0);
    }
    return BitVector.natural(bits);
  }

  static BitVector result(EncodedCircuit encoded, int width) {
    int[] bits = new int[width];
    for (int i = 0; i < width; i++) {
      bits[i] = encoded.output("return", i).bit(0);
    }
    return BitVector.natural(bits);
  }
}
