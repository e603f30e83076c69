package main

func main() {
	for i := range { // ERROR "syntax error: unexpected \{, expected expression|syntax error: unexpected \{, expecting expression"
	} // ERROR "syntax error: unexpected \}, expected \{ after for clause|syntax error: unexpected \}, expecting \{ after for clause"
}
