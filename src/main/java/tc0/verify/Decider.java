package tc0.verify;

import java.util.List;

/** Decides a problem on words of its letters, straight from its definition. */
@FunctionalInterface
interface Decider {

  /**
   * Decides words of one length.
   *
   * @param words letters as numbers
   * @return whether each is accepted
   */
  boolean[] accepts(List<int[]> words);

  /** A decider that looks at one word at a time. */
  static Decider each(java.util.function.Predicate<int[]> single) {
    return words -> {
      boolean[] answers = new boolean[words.size()];
      for (int i = 0; i < answers.length; i++) {
        answers[i] = single.test(words.get(i));
      }
      return answers;
    };
  }
}
