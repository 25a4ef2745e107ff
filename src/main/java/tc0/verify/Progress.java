package tc0.verify;

/** Is told what the verifier is doing. Calls may come from several threads. */
public interface Progress {

  /** Says nothing. */
  Progress NONE = text -> {};

  /** Work on something begins. */
  void begins(String text);
}
