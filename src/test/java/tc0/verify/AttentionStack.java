package tc0.verify;

import java.util.stream.IntStream;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.Program;

/**
 * Attention layers over fixed point, one upon the other: a text that a user could write, with the
 * definition that the stack ought to match.
 *
 * @param program the text
 * @param stack the layers by {@code iterate}
 * @param definition what a stack of so many layers computes, layer by layer
 */
record AttentionStack(Program program, CircuitInfo stack, CircuitInfo definition) {

  /** How queries meet keys. */
  enum Kind {
    ROPE("rope_attention", "rope_attention_math", "attention_weights"),
    ROPE_TENSOR("rope_tensor_attention", "rope_tensor_math", "tensor_weights"),
    TENSOR("tensor_attention", "tensor_math", "tensor_weights"),
    BOTH_KEYS_ROTATED("both_keys_rotated_attention", "both_keys_rotated_math", "tensor_weights");

    private final String circuit;
    private final String definition;
    private final String weights;

    Kind(String circuit, String definition, String weights) {
      this.circuit = circuit;
      this.definition = definition;
      this.weights = weights;
    }
  }

  /** What happens to the result of a layer. */
  enum Between {
    NOTHING,
    RESIDUAL
  }

  /** A stack of {@code layers} layers. */
  static AttentionStack of(Kind kind, Between between, int layers) {
    Program program = Configuration.text("attention_stack", text(kind, between, layers));
    return new AttentionStack(
        program,
        Configuration.circuit(program, "stack"),
        Configuration.circuit(program, "stack_math"));
  }

  private static String text(Kind kind, Between between, int layers) {
    String nested =
        IntStream.range(0, layers)
            .boxed()
            .reduce(
                "X", (inner, t) -> "layer_math(" + inner + ", W[" + t + "], theta)", (a, b) -> b);
    return (between == Between.RESIDUAL ? LAYERS + RESIDUAL : LAYERS + PLAIN)
        .replace("$stack_math", nested)
        .replace("$circuit", kind.circuit)
        .replace("$definition", kind.definition)
        .replace("$weights", kind.weights);
  }

  private static final String LAYERS =
      """
      module attention_stack;

      import std.fixed as fixed;
      import rope_fixed (attention_weights, tensor_weights, matmul, khatri_rao, rope_attention,
          rope_attention_math, rope_tensor_attention, rope_tensor_math);

      circuit tensor_attention[n, d, w, f](X: fixed(w, f)[n, d], W: tensor_weights(d, w, f), theta: fixed(w, f)[d div 2])
          -> fixed(w, f)[n, d] where w >= 1, n >= 1, d >= 2, d mod 2 = 0 {
        Q = matmul(X, W.q);
        K = khatri_rao(matmul(X, W.k1), matmul(X, W.k2));
        V = khatri_rao(matmul(X, W.v1), matmul(X, W.v2));
        A[i < n, r < n*n] = fixed.exp(fixed.sum { Q[i, a] * K[r, a] : a < d } / fixed.integer[w, f, d]());
        D[i < n] = fixed.sum { A[i, r] : r < n*n };
        return[i < n, a < d] = fixed.sum { A[i, r] * V[r, a] : r < n*n } / D[i];
      }

      define tensor_math[n, d, w, f](X: fixed(w, f)[n, d], W: tensor_weights(d, w, f), theta: fixed(w, f)[d div 2])
          -> fixed(w, f)[n, d] {
        q(i, a) = sum { X[i, k] * W.q[k, a] : k < d };
        key(r, a) = sum { X[r mod n, k] * W.k1[k, a] : k < d } * sum { X[r div n, k] * W.k2[k, a] : k < d };
        v(r, a) = sum { X[r mod n, k] * W.v1[k, a] : k < d } * sum { X[r div n, k] * W.v2[k, a] : k < d };
        score(i, r) = exp(sum { q(i, a) * key(r, a) : a < d } / fixed.integer[w, f, d]());
        return[i < n, a < d] = sum { score(i, r) * v(r, a) : r < n*n } / sum { score(i, r) : r < n*n };
      }

      circuit both_keys_rotated_attention[n, d, w, f](X: fixed(w, f)[n, d], W: tensor_weights(d, w, f), theta: fixed(w, f)[d div 2])
          -> fixed(w, f)[n, d] where w >= 1, n >= 1, d >= 2, d mod 2 = 0 {
        Q = matmul(X, W.q);   K1 = matmul(X, W.k1);   K2 = matmul(X, W.k2);
        V = khatri_rao(matmul(X, W.v1), matmul(X, W.v2));
        angle[s < 2*n - 1, h < d div 2] = fixed.integer[w, f, s, n - 1]() * theta[h];
        c[s < 2*n - 1, h < d div 2] = fixed.cos(angle[s, h]);
        z[s < 2*n - 1, h < d div 2] = fixed.sin(angle[s, h]);
        turned1[i < n, j < n, a < d] = let s = j - i + n - 1, h = a div 2 in
            if a mod 2 = 0 then K1[j, a] * c[s, h] - K1[j, a + 1] * z[s, h] else K1[j, a] * c[s, h] + K1[j, a - 1] * z[s, h];
        turned2[i < n, j < n, a < d] = let s = j - i + n - 1, h = a div 2 in
            if a mod 2 = 0 then K2[j, a] * c[s, h] - K2[j, a + 1] * z[s, h] else K2[j, a] * c[s, h] + K2[j, a - 1] * z[s, h];
        A[i < n, r < n*n] =
            fixed.exp(fixed.sum { Q[i, a] * (turned1[i, r mod n, a] * turned2[i, r div n, a]) : a < d } / fixed.integer[w, f, d]());
        D[i < n] = fixed.sum { A[i, r] : r < n*n };
        return[i < n, a < d] = fixed.sum { A[i, r] * V[r, a] : r < n*n } / D[i];
      }

      define both_keys_rotated_math[n, d, w, f](X: fixed(w, f)[n, d], W: tensor_weights(d, w, f), theta: fixed(w, f)[d div 2])
          -> fixed(w, f)[n, d] {
        q(i, a) = sum { X[i, k] * W.q[k, a] : k < d };
        key1(j, a) = sum { X[j, k] * W.k1[k, a] : k < d };
        key2(j, a) = sum { X[j, k] * W.k2[k, a] : k < d };
        v(r, a) = sum { X[r mod n, k] * W.v1[k, a] : k < d } * sum { X[r div n, k] * W.v2[k, a] : k < d };
        angle(i, j, h) = fixed.integer[w, f, j - i + n - 1, n - 1]() * theta[h];
        turned1(i, j, a) = if a mod 2 = 0 then key1(j, a) * cos(angle(i, j, a div 2)) - key1(j, a + 1) * sin(angle(i, j, a div 2))
                           else key1(j, a) * cos(angle(i, j, a div 2)) + key1(j, a - 1) * sin(angle(i, j, a div 2));
        turned2(i, j, a) = if a mod 2 = 0 then key2(j, a) * cos(angle(i, j, a div 2)) - key2(j, a + 1) * sin(angle(i, j, a div 2))
                           else key2(j, a) * cos(angle(i, j, a div 2)) + key2(j, a - 1) * sin(angle(i, j, a div 2));
        score(i, r) = exp(sum { q(i, a) * (turned1(i, r mod n, a) * turned2(i, r div n, a)) : a < d } / fixed.integer[w, f, d]());
        return[i < n, a < d] = sum { score(i, r) * v(r, a) : r < n*n } / sum { score(i, r) : r < n*n };
      }

      define stack_math[m, n, d, w, f](X: fixed(w, f)[n, d], W: $weights(d, w, f)[m], theta: fixed(w, f)[d div 2])
          -> fixed(w, f)[n, d] = $stack_math;
      """;

  private static final String PLAIN =
      """
      define layer_math[n, d, w, f](X: fixed(w, f)[n, d], W: $weights(d, w, f), theta: fixed(w, f)[d div 2])
          -> fixed(w, f)[n, d] = $definition(X, W, theta);

      circuit stack[m, n, d, w, f](X: fixed(w, f)[n, d], W: $weights(d, w, f)[m], theta: fixed(w, f)[d div 2])
          -> fixed(w, f)[n, d] where w >= 1, n >= 1, d >= 2, d mod 2 = 0 {
        iterate t < m from H = X {
          H = $circuit(H, W[t], theta);
        }
        return = H;
      }
      """;

  private static final String RESIDUAL =
      """
      define layer_math[n, d, w, f](X: fixed(w, f)[n, d], W: $weights(d, w, f), theta: fixed(w, f)[d div 2])
          -> fixed(w, f)[n, d] {
        return[i < n, a < d] = X[i, a] + $definition(X, W, theta)[i, a];
      }

      circuit stack[m, n, d, w, f](X: fixed(w, f)[n, d], W: $weights(d, w, f)[m], theta: fixed(w, f)[d div 2])
          -> fixed(w, f)[n, d] where w >= 1, n >= 1, d >= 2, d mod 2 = 0 {
        iterate t < m from H = X {
          Y = $circuit(H, W[t], theta);
          H[i < n, a < d] = H[i, a] + Y[i, a];
        }
        return = H;
      }
      """;
}
