package main // ERROR ""

func notMain() {}
