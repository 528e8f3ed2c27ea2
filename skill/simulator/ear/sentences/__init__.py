"""What a sentence is made of besides its wish: denials, a second sentence, a name, a time."""
