// The version of the classification model in force, by itself: what is shown of it before the questions are needed.

export const modelInForce = 'Haparanda 1.1';
