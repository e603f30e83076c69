package main

func main() {
	for i := 0; i < 10 { // ERROR "syntax error: unexpected \{, expected semicolon or newline|syntax error: unexpected \{, expecting semicolon or newline"
	} // ERROR "syntax error: unexpected \}, expected expression|syntax error: unexpected \}, expecting expression"
}
