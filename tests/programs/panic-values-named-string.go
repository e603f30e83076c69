package main

type Msg string

func main() { panic(Msg("named string")) }

// Stderr: panic: main.Msg("named string")
// Exit: 2
