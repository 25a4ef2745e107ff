/** Threshold circuit families and the lemmas claimed about them. */
grammar Tc0;

file : NAME* EOF ;

NAME : [a-zA-Z_] [a-zA-Z_0-9]* ;
SPACE : [ \t\r\n]+ -> skip ;
