/**
 * Threshold circuit families and the lemmas claimed about them.
 *
 * Three things are settled on the token stream, between lexer and parser (ContextualTokens):
 *   - the brace that opens the body of a declaration or of `iterate` is a BLOCK, every other one
 *     a '{', so that a body is never taken for the argument of a call in front of it;
 *   - the `in` that ends the bindings of a `let` expression is a LET_IN; `in` is membership;
 *   - behind a dot, or `circuit` at the top, every word is a name; so are `sum product maj all any` unless a
 *     brace follows, `bit` before a parenthesis, and `div mod` where an operand is missing.
 *
 * Words are reserved only where nothing else decides; the rule `identifier` lists the others.
 */
grammar Tc0;

tokens { BLOCK, LET_IN }

// Modules

file : moduleHeader? ( importDeclaration | declaration )* EOF ;

moduleHeader : 'module' qualifiedName ';' ;

importDeclaration : 'import' qualifiedName ( 'as' identifier | names )? ';' ;

declaration
    : sourceDeclaration
    | typeDeclaration
    | operatorsDeclaration
    | circuitDeclaration
    | axiomDeclaration
    | indexDefinition
    | hypothesisDeclaration
    | defineDeclaration
    | regimeDeclaration
    | constantsDeclaration
    | lemmaDeclaration
    | theoremDeclaration
    | monoidDeclaration
    | problemDeclaration
    | reductionDeclaration
    | factDeclaration
    | assumeDeclaration
    | generatorDeclaration
    ;

// Circuits

circuitDeclaration : 'circuit' header whereClause? BLOCK item* '}' ;

axiomDeclaration : 'axiom' 'circuit' header whereClause? BLOCK axiomClause* '}' ;

defineDeclaration
    : 'define' header ( '=' expression ';' | whereClause? BLOCK defineItem* '}' )
    ;

header
    : identifier ( '[' sizeParameters ( ';' identifier ( ',' identifier )* )? ']' )?
      '(' ( parameters ( ',' parameters )* )? ')' '->' type
    ;

sizeParameters : ( sizeParameter ( ',' sizeParameter )* )? ;

sizeParameter : identifier ( '=' expression )? ;

parameters : identifier ( ',' identifier )* ':' type ( '=' expression )? ;

whereClause : 'where' expression ( ',' expression )* ;

item
    : 'let' letBinding ( ',' letBinding )* ';'                                  # letItem
    | 'form' 'bit'? identifier ( names | boxInBrackets )? '=' expression ';'    # formItem
    | returnItem                                                                # resultItem
    | 'iterate' identifier '<' term 'from' stateStart ( ',' stateStart )*
      BLOCK item* '}'                                                           # iterateItem
    | ensuresItem                                                               # meaningItem
    | requiresItem                                                              # domainItem
    | indexDefinition                                                           # indexItem
    | identifier boxInBrackets? '=' expression ';'                              # arrayItem
    ;

returnItem : 'return' ( '.' identifier )* boxInBrackets? '=' expression ';' ;

stateStart : identifier '=' expression ;

ensuresItem : 'ensures' expression ( 'when' expression )? ';' ;

requiresItem : 'requires' expression ';' ;

indexDefinition
    : 'index' identifier names? ( ':' identifier )? '=' expression ';'          # indexFunction
    | 'predicate' identifier names? ( ':' identifier )? '=' expression ';'      # predicate
    | 'domain' identifier '(' identifier ')' '='
      binder ( 'when' expression )? ';'                                         # domain
    | 'advice' identifier names? ':' 'nat' '(' expression ')'
      '=' expression ';'                                                        # advice
    ;

axiomClause
    : citations ';'               # axiomCites
    | 'depth' expression ';'      # axiomDepth
    | 'size' expression ';'       # axiomSize
    | 'uniform' identifier ';'    # axiomUniform
    | 'needs' qualifiedNames ';'  # axiomNeeds
    | ensuresItem                 # axiomEnsures
    | requiresItem                # axiomRequires
    ;

defineItem : returnItem | letBinding ';' | ensuresItem | requiresItem ;

// Types

typeDeclaration
    : 'type' identifier names? '=' '{' typeFields ( ',' typeFields )* '}' whereClause?
      ( 'represents' identifier ( '(' expression ( ',' expression )* ')' )? )? ';'
    ;

typeFields : identifier ( ',' identifier )* ':' type ;

type
    : 'form' 'bit' extents                                                      # formBitType
    | 'form' extents                                                            # formType
    | 'bit' extents                                                             # bitType
    | qualifiedName ( '(' expression ( ',' expression )* ')' )? extents         # namedType
    ;

extents : ( '[' expression ( ',' expression )* ']' )* ;

operatorsDeclaration : 'operators' qualifiedName BLOCK operatorMeaning* '}' ;

operatorMeaning : ( '+' | '-' | '*' | '/' | relation | identifier ) '=' qualifiedName ';' ;

// Expressions: indices, predicates, wires, forms and specifications alike

expression
    : comparison                                                                # plain
    | expression 'and' expression                                               # conjunction
    | expression 'or' expression                                                # disjunction
    | 'if' expression 'then' expression 'else' expression                       # conditional
    | 'let' letBinding ( ',' letBinding )* LET_IN expression                    # letIn
    | ( 'exists' | 'forall' ) binder ( ',' binder )* ':' expression             # quantified
    | 'least' identifier '<' term ':' expression                                # least
    ;

comparison
    : term
      ( ( relation term )+
      | 'in' qualifiedName
      | 'within' ( 'relative' | 'absolute' ) term 'of' term
      )?
    ;

relation : '=' | '!=' | '<' | '<=' | '>' | '>=' ;

term
    : NUMBER                                                                    # numeral
    | identifier                                                                # name
    | 'return'                                                                  # result
    | '(' expression ')'                                                        # parentheses
    | '[' expression ']'                                                        # indicator
    | ( 'and' | 'or' | 'all' | 'any' | 'maj' | 'sum' | 'product' ) cells        # fold
    | term '.' identifier                                                       # field
    | term '[' subscripts? ( ';' expression ( ',' expression )* )? ']'          # brackets
    | term '(' ( argument ( ',' argument )* )? ')'                              # call
    | term cells                                                                # callOnCells
    | <assoc = right> term '^' term                                             # power
    | ( '-' | 'not' | 'materialise' ) term                                      # prefix
    | term ( '*' | '/' | 'div' | 'mod' ) term                                   # multiplicative
    | term ( '+' | '-' ) term                                                   # additive
    ;

subscripts : subscript ( ',' subscript )* ;

/** As an explicit size of a call, `w = 2*n` is parsed as a comparison. */
subscript : '..' term? | expression ;

argument : cells | identifier '=>' expression | expression ;

cells : '{' expression ( ',' expression )* ( ':' box )? '}' ;

boxInBrackets : '[' box ']' ;

box : binder ( ',' binder )* ( 'when' expression )? ;

/** `i < n`, `lo <= i < n` or `q in P`; the name is told from the bounds afterwards. */
binder : term ( 'in' qualifiedName | relation term ( relation term )? ) ;

letBinding : identifier names? '=' expression ;

// Claims

sourceDeclaration : 'source' identifier STRING ';' ;

hypothesisDeclaration : 'hypothesis' identifier STRING citations? ';' ;

/** Elements are numbered from 0; a function gives products, or the images of points from 0. */
monoidDeclaration
    : 'monoid' identifier STRING? citations?
      'of' NUMBER 'elements' ( 'on' NUMBER 'points' )? 'by' qualifiedName ';'
    ;

problemDeclaration : 'problem' identifier STRING citations? ( '=' problemDefinition )? ';' ;

problemDefinition
    : 'decided' 'by' qualifiedName                                              # decidedBy
    | 'words' 'over' qualifiedName 'with' 'value' numbers                       # products
    | 'words' 'over' qualifiedName 'with' 'pairs' pair ( ',' pair )*            # periodicWords
    | 'words' 'over' qualifiedName
      'in' 'pieces' 'of' NUMBER 'with' 'value' numbers                          # closure
    ;

numbers : NUMBER ( ',' NUMBER )* ;

pair : '(' NUMBER ',' NUMBER ')' ;

reductionDeclaration : 'reduction' identifier STRING? citations? BLOCK reductionClause* '}' ;

reductionClause
    : claimOf                       # reductionOf
    | claimClass                    # reductionClass
    | claimUniform                  # reductionUniform
    | 'from' qualifiedName ';'      # reductionFrom
    | 'to' qualifiedName ';'        # reductionTo
    | check                         # reductionCheck
    ;

citations : 'cites' citation ( ',' citation )* ;

citation : qualifiedName STRING? identifier? ;

regimeDeclaration : 'regime' identifier BLOCK regimeClause* '}' ;

regimeClause
    : 'needs' expression ';'            # regimeNeeds
    | identifier 'grows' ';'            # regimeGrows
    | identifier 'in' growth ';'        # regimeBounded
    | identifier '=' expression ';'     # regimeEqual
    ;

growth
    : 'poly' '(' identifier ')'                     # polynomial
    | 'O' '(' monomial ( '+' monomial )* ')'        # bigO
    ;

monomial : factor ( '*' factor )* ;

factor
    : NUMBER                                # constantFactor
    | 'log' ( '^' NUMBER )? identifier      # logFactor
    | identifier ( '^' NUMBER )?            # powerFactor
    ;

constantsDeclaration : 'constants' identifier BLOCK depthConstant* '}' ;

depthConstant
    : identifier '=' ( 'depth' qualifiedName | 'max' 'depth' '{' qualifiedNames '}' ) ';'
    ;

lemmaDeclaration : 'lemma' identifier STRING? citations? BLOCK lemmaClause* '}' ;

lemmaClause
    : claimOf                                                                   # lemmaOf
    | claimClass                                                                # lemmaClass
    | claimUniform                                                              # lemmaUniform
    | claimNeeds                                                                # lemmaNeeds
    | 'using' qualifiedNames ';'                                                # lemmaUsing
    | ( 'strict' | 'majority' )? 'depth' ( '<=' expression | 'in' growth ) ';'  # lemmaDepth
    | ( 'gates' | 'wires' ) '<=' expression ';'                                 # lemmaCount
    | 'size' 'in' growth ';'                                                    # lemmaSize
    | 'matches' qualifiedName ';'                                               # lemmaMatches
    | check                                                                     # lemmaCheck
    ;

claimOf : 'of' qualifiedName ( 'under' qualifiedName )? ';' ;

claimClass : 'in' className ';' ;

claimUniform : 'uniform' identifier ';' ;

claimNeeds : 'needs' qualifiedNames ';' ;

check
    : 'long'? 'check' checkMethod ( 'for' sizeRange ( ',' sizeRange )* )? ( 'within' NUMBER identifier )? ';'
    ;

checkMethod
    : 'exhaustive'                          # exhaustive
    | 'random' NUMBER ( 'seed' NUMBER )?    # random
    | 'sat'                                 # sat
    | 'induction' 'on' identifier           # induction
    | 'connection'                          # connection
    | 'at' givenInput ( ',' givenInput )*   # at
    ;

givenInput : identifier '=' givenValue ;

/** Braces around `name = …` are a record, other braces a list. */
givenValue
    : expression                                                # givenNumber
    | '{' givenInput ( ',' givenInput )* '}'                    # givenRecord
    | '{' givenValue ( ',' givenValue )* ( ':' binder )? '}'    # givenList
    ;

sizeRange : identifier '=' NUMBER ( '..' NUMBER )? ;

className : identifier ( '^' NUMBER )? ( '/' 'poly' )? ;

theoremDeclaration : 'theorem' identifier STRING? citations? BLOCK theoremClause* '}' ;

theoremClause
    : claimOf                                   # theoremOf
    | 'of' 'every' 'circuit' ( 'from' qualifiedNames )?
      'under' qualifiedName ';'                 # theoremOfEvery
    | claimClass                                # theoremClass
    | claimUniform                              # theoremUniform
    | claimNeeds                                # theoremNeeds
    | 'weights' identifier ';'                  # theoremWeights
    | 'cannot' 'decide' qualifiedName ';'       # theoremCannotDecide
    | 'encoding' qualifiedName ';'              # theoremEncoding
    | 'readout' qualifiedName ';'               # theoremReadout
    | 'assuming' qualifiedNames ';'             # theoremAssuming
    | 'using' qualifiedNames ';'                # theoremUsing
    ;

factDeclaration : 'fact' identifier STRING? citations? ':' qualifiedName ( hardness | derivation | property ) ;

hardness : 'hard' 'for' className 'under' className 'reductions' 'uniform' identifier ';' ;

/** The problem inherits hardness through a reduction, from the problem of another fact. */
derivation : 'hard' 'by' qualifiedName 'from' qualifiedName ';' ;

property : propertyKind ( BLOCK check* '}' ';'? | ';' ) ;

propertyKind : 'symmetric' | 'commutative' | ( 'ignores' | 'absorbs' ) 'zero' ;

assumeDeclaration
    : 'assume' ( identifier STRING? citations? ':' )?
      className ( '!=' | '=' | 'not' 'in' ) className ( 'uniform' identifier )? ';'
    ;

// Explicit direct connection languages

generatorDeclaration
    : 'generator' identifier 'for' qualifiedName 'uniform' identifier citations?
      BLOCK generatorClause* '}'
    ;

generatorClause
    : 'let' letBinding ( ',' letBinding )* ';'                                  # generatorLet
    | 'gate' ( 'and' | 'or' | identifier ) 'not'?
      labelBox ( '.' labelBox )* ';'                                            # generatorGate
    | 'wire' 'not'? labelPattern ( '.' labelPattern )*
      '(' ( portField ( ',' portField )* )? ')' '->' child
      ( 'when' expression )? ';'                                                # generatorWire
    ;

/** A circuit's results may be gates of the array `return`; a scalar gate may exist on a condition. */
label : identifier | 'return' ;

labelBox : label ( boxInBrackets | '[' 'when' expression ']' )? ;

labelPattern : label ( '[' identifier ( ',' identifier )* ']' )? ;

labelTerm : label ( '[' expression ( ',' expression )* ']' )? ;

portField : NUMBER | identifier ;

child : NUMBER | 'not'? labelTerm ( '.' labelTerm )* ;

// Names

names : '(' identifier ( ',' identifier )* ')' ;

qualifiedNames : qualifiedName ( ',' qualifiedName )* ;

qualifiedName : identifier ( '.' identifier )* ;

identifier
    : NAME
    | 'module' | 'import' | 'as' | 'source' | 'type' | 'represents' | 'operators' | 'axiom'
    | 'hypothesis' | 'regime' | 'constants' | 'lemma' | 'theorem' | 'problem' | 'fact' | 'assume'
    | 'generator' | 'from' | 'nat' | 'cites' | 'depth' | 'size' | 'uniform' | 'needs' | 'of'
    | 'under' | 'using' | 'strict' | 'majority' | 'gates' | 'wires' | 'matches' | 'check'
    | 'exhaustive' | 'random' | 'seed' | 'sat' | 'induction' | 'on' | 'connection' | 'within'
    | 'relative' | 'absolute' | 'for' | 'poly' | 'O' | 'log' | 'grows' | 'max' | 'weights'
    | 'every' | 'cannot' | 'decide' | 'encoding' | 'readout' | 'assuming' | 'hard' | 'reductions'
    | 'monoid' | 'elements' | 'points' | 'by' | 'decided' | 'words' | 'over' | 'with' | 'value'
    | 'pairs' | 'pieces' | 'reduction' | 'to'
    | 'symmetric' | 'commutative' | 'ignores' | 'absorbs' | 'zero' | 'gate' | 'wire' | 'long' | 'at'
    ;

// Tokens

AND : 'and' ;
OR : 'or' ;
ALL : 'all' ;
ANY : 'any' ;
MAJ : 'maj' ;
SUM : 'sum' ;
PRODUCT : 'product' ;
BIT : 'bit' ;
DIV : 'div' ;
MOD : 'mod' ;
LET : 'let' ;
IN : 'in' ;
CIRCUIT : 'circuit' ;
DEFINE : 'define' ;
ITERATE : 'iterate' ;
WHERE : 'where' ;
OPEN_BRACE : '{' ;
CLOSE_BRACE : '}' ;
OPEN_PARENTHESIS : '(' ;
CLOSE_PARENTHESIS : ')' ;
OPEN_BRACKET : '[' ;
CLOSE_BRACKET : ']' ;
SEMICOLON : ';' ;
DOT : '.' ;
EQUAL : '=' ;

NAME : [a-zA-Z_] [a-zA-Z_0-9]* ;
NUMBER : [0-9]+ ;
STRING : '"' ( ~["\\\r\n] | '\\' ~[\r\n] )* '"' ;

/** Three slashes exactly; kept for the declaration below it. */
DOCUMENTATION : '///' ( ~[/\r\n] ~[\r\n]* )? -> channel(HIDDEN) ;
COMMENT : '//' ~[\r\n]* -> skip ;
SPACE : [ \t\r\n\f]+ -> skip ;

/** The rest of a line that opens a string and does not close it. */
UNCLOSED_STRING : '"' ( ~["\\\r\n] | '\\' ~[\r\n] )* '\\'? ;
UNKNOWN : . ;
